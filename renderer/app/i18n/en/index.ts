import common from './common.json' with { type: 'json' };
import sheet from './sheet.json' with { type: 'json' };
import chart from './chart.json' with { type: 'json' };
import scenarios from './scenarios.json' with { type: 'json' };
import checks from './checks.json' with { type: 'json' };
import refusal from './refusal.json' with { type: 'json' };
import explain from './explain.json' with { type: 'json' };
import overview from './overview.json' with { type: 'json' };
import demand from './demand.json' with { type: 'json' };
import staffing from './staffing.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import budget from './budget.json' with { type: 'json' };
import calculator from './calculator.json' with { type: 'json' };
import inputWords from './inputWords.json' with { type: 'json' };
import lines from './lines.json' with { type: 'json' };
import goalSeek from './goalSeek.json' with { type: 'json' };
import simulation from './simulation.json' with { type: 'json' };
import setup from './setup.json' with { type: 'json' };
import workspaces from './workspaces.json' with { type: 'json' };
import assumptions from './assumptions.json' with { type: 'json' };
import compare from './compare.json' with { type: 'json' };
import deciding from './deciding.json' with { type: 'json' };
import attrition from './attrition.json' with { type: 'json' };
import serviceValue from './serviceValue.json' with { type: 'json' };
import sourcing from './sourcing.json' with { type: 'json' };
import businessCase from './businessCase.json' with { type: 'json' };
import automation from './automation.json' with { type: 'json' };
import about from './about.json' with { type: 'json' };
import planSource from './planSource.json' with { type: 'json' };
import reports from './reports.json' with { type: 'json' };
import palette from './palette.json' with { type: 'json' };
import salesAnswer from './salesAnswer.json' with { type: 'json' };

/** The English texts, a file for each part of the app. The other languages follow their keys. */
export const en = {
  ...common,
  about,
  palette,
  salesAnswer,
  deciding,
  businessCase,
  automation,
  attrition,
  serviceValue,
  sourcing,
  planSource,
  reports,
  sheet,
  chart,
  scenarios,
  checks,
  refusal,
  explain,
  overview,
  demand,
  staffing,
  people,
  budget,
  calculator,
  inputWords,
  lines,
  goalSeek,
  simulation,
  setup,
  workspaces,
  compare,
  assumptions,
};
