import { expose } from 'comlink';
import { nextTurn } from './nextTurn.ts';
import { createSimulationEngine } from './simulationEngine.ts';

expose(createSimulationEngine(nextTurn));
