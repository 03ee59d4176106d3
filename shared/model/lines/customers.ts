import { formula, lines } from './define.ts';

/** Sales and customers: what segments do. */
export const customerLines = lines('segments', {
  opening: {
    label: 'Opening customers',
    unit: 'customers',
    text: 'Customers at the start of the period.',
    rollup: 'first',
    how: formula('prior(closing, openingCustomers)'),
  },
  new: {
    label: 'New customers',
    unit: 'customers',
    text: 'Customers who come by themselves, and those whom won deals bring.',
    rollup: 'sum',
    how: formula('newCustomers * m + deals * m * winRate * customersPerDeal'),
  },
  churnRate: {
    label: 'Churn rate',
    unit: 'share',
    text: "Share of the opening customers lost: today's churn, moved by the abandonment of the period before beyond the baseline.",
    rollup: 'mean',
    how: formula('min(1, max(0, 1 - (1 - churn) ^ m + churnPerAbandon * prior(excessPerCustomer, 0)))'),
  },
  lost: {
    label: 'Lost customers',
    unit: 'customers',
    text: 'Customers who leave.',
    rollup: 'sum',
    how: formula('opening * churnRate'),
  },
  closing: {
    label: 'Closing customers',
    unit: 'customers',
    text: 'Customers at the end of the period.',
    rollup: 'last',
    how: formula('opening + new - lost'),
  },
  average: {
    label: 'Average customers',
    unit: 'customers',
    text: 'Mean of opening and closing customers.',
    rollup: 'mean',
    how: formula('(opening + closing) / 2'),
  },
  revenue: {
    label: 'Revenue',
    unit: 'money',
    text: 'Revenue of the average customers.',
    rollup: 'sum',
    how: formula('average * revenuePerCustomer * m'),
  },
  margin: {
    label: 'Margin before service',
    unit: 'money',
    text: 'Gross margin on the revenue, before the cost of service.',
    rollup: 'sum',
    how: formula('revenue * grossMargin'),
  },
  excessAbandoned: {
    label: 'Abandoned beyond baseline',
    unit: 'contacts',
    text: "The segment's abandoned contacts beyond its baseline share of what it offered; below the baseline it is negative.",
    rollup: 'sum',
    isDetail: true,
    how: formula('sum(contacts, partOfQueue * (abandoned - baselineAbandonRate * offered))'),
  },
  excessPerCustomer: {
    label: 'Abandoned beyond baseline per customer',
    unit: 'contactsPerCustomer',
    text: 'Abandoned contacts beyond the baseline ÷ average customers.',
    rollup: 'formula',
    isDetail: true,
    how: formula('if(average == 0, 0, excessAbandoned / average)'),
  },
});
