/** Units of measures and inputs: how a number is shown and what stands behind it. Labels for people are in the UI's texts. */
export const units = {
  customers: { style: 'number', digits: 0 },
  contacts: { style: 'number', digits: 0 },
  deals: { style: 'number', digits: 1 },
  people: { style: 'number', digits: 1 },
  fte: { style: 'number', digits: 1 },
  hours: { style: 'number', digits: 0 },
  seconds: { style: 'number', digits: 1 },
  minutes: { style: 'number', digits: 1 },
  days: { style: 'number', digits: 0 },
  weeks: { style: 'number', digits: 1 },
  months: { style: 'number', digits: 2 },
  years: { style: 'number', digits: 3 },
  intervals: { style: 'number', digits: 0 },
  slots: { style: 'number', digits: 2 },
  agents: { style: 'number', digits: 1 },
  factor: { style: 'number', digits: 3 },
  share: { style: 'percent', digits: 1 },
  sharePerMonth: { style: 'percent', digits: 2 },
  sharePerYear: { style: 'percent', digits: 1 },
  customersPerMonth: { style: 'number', digits: 0 },
  dealsPerMonth: { style: 'number', digits: 1 },
  customersPerDeal: { style: 'number', digits: 2 },
  contactsPerMonth: { style: 'number', digits: 0 },
  contactsPerCustomer: { style: 'number', digits: 3 },
  contactsPerCustomerMonth: { style: 'number', digits: 3 },
  peoplePerMonth: { style: 'number', digits: 1 },
  peoplePerHead: { style: 'number', digits: 2 },
  hoursPerWeek: { style: 'number', digits: 1 },
  daysPerWeek: { style: 'number', digits: 1 },
  hoursPerFte: { style: 'number', digits: 1 },
  money: { style: 'money', digits: 0 },
  moneyPerMonth: { style: 'money', digits: 0 },
  moneyPerYear: { style: 'money', digits: 0 },
  moneyPerHour: { style: 'money', digits: 2 },
  moneyPerMinute: { style: 'money', digits: 3 },
  moneyPerContact: { style: 'money', digits: 2 },
  moneyPerCustomerMonth: { style: 'money', digits: 2 },
  moneyPerPerson: { style: 'money', digits: 0 },
  moneyPerSeatMonth: { style: 'money', digits: 0 },
  moneyPerUnit: { style: 'money', digits: 2 },
  number: { style: 'number', digits: 2 },
} as const satisfies Record<
  string,
  { readonly style: 'number' | 'percent' | 'money'; readonly digits: number }
>;

export type Unit = keyof typeof units;

function isUnit(name: string): name is Unit {
  return Object.hasOwn(units, name);
}

export const unitNames: readonly Unit[] = Object.keys(units).filter(isUnit);
