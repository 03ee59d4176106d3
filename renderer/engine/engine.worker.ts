import { expose } from 'comlink';
import { nextTurn } from './nextTurn.ts';
import { createPlanEngine } from './planEngine.ts';

expose(createPlanEngine(nextTurn));
