import { createContext } from 'react';

/** Height of charts that are given none: what is around them knows how much there is. */
export const ChartHeight = createContext(240);
