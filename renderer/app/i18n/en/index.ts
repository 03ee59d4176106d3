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
import lines from './lines.json' with { type: 'json' };
import goalSeek from './goalSeek.json' with { type: 'json' };
import simulation from './simulation.json' with { type: 'json' };

/** The English texts, a file for each part of the app. The other languages follow their keys. */
export const en = {
  ...common,
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
  lines,
  goalSeek,
  simulation,
};
