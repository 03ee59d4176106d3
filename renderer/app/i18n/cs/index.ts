import about from './about.json' with { type: 'json' };
import assumptions from './assumptions.json' with { type: 'json' };
import attrition from './attrition.json' with { type: 'json' };
import budget from './budget.json' with { type: 'json' };
import businessCase from './businessCase.json' with { type: 'json' };
import automation from './automation.json' with { type: 'json' };
import calculator from './calculator.json' with { type: 'json' };
import chart from './chart.json' with { type: 'json' };
import checks from './checks.json' with { type: 'json' };
import common from './common.json' with { type: 'json' };
import compare from './compare.json' with { type: 'json' };
import deciding from './deciding.json' with { type: 'json' };
import demand from './demand.json' with { type: 'json' };
import explain from './explain.json' with { type: 'json' };
import goalSeek from './goalSeek.json' with { type: 'json' };
import inputWords from './inputWords.json' with { type: 'json' };
import lines from './lines.json' with { type: 'json' };
import overview from './overview.json' with { type: 'json' };
import palette from './palette.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import planSource from './planSource.json' with { type: 'json' };
import refusal from './refusal.json' with { type: 'json' };
import reports from './reports.json' with { type: 'json' };
import salesAnswer from './salesAnswer.json' with { type: 'json' };
import scenarios from './scenarios.json' with { type: 'json' };
import serviceValue from './serviceValue.json' with { type: 'json' };
import setup from './setup.json' with { type: 'json' };
import sheet from './sheet.json' with { type: 'json' };
import simulation from './simulation.json' with { type: 'json' };
import sourcing from './sourcing.json' with { type: 'json' };
import staffing from './staffing.json' with { type: 'json' };
import workspaces from './workspaces.json' with { type: 'json' };
import labels from '#shared/model/texts/cs.json' with { type: 'json' };
import phrases from '#shared/model/texts/csPhrases.json' with { type: 'json' };
import type { LanguagePack } from '../languages.ts';

/** The Czech texts, with the keys of the English ones, and the words of the model. */
export const cs: LanguagePack = {
  texts: {
    ...common,
    about,
    assumptions,
    attrition,
    budget,
    businessCase,
    automation,
    calculator,
    chart,
    checks,
    compare,
    deciding,
    demand,
    explain,
    goalSeek,
    inputWords,
    lines,
    overview,
    palette,
    people,
    planSource,
    refusal,
    reports,
    salesAnswer,
    scenarios,
    serviceValue,
    setup,
    sheet,
    simulation,
    sourcing,
    staffing,
    workspaces,
  },
  labels,
  phrases,
};
