import { formula, type Line, lines } from './define.ts';

function allGroups(name: string, label: string, text: string): Record<string, Line> {
  return {
    [name]: {
      label,
      unit: 'money',
      text,
      rollup: 'sum',
      isDetail: true,
      how: formula(`sum(groups, ${name})`),
    },
  };
}

/** The cost lines of all groups together; telecom and budget lines stand beside them. */
export const planCostLines = lines('plan', {
  ...allGroups('cost.wages', 'Wages', 'Wages of all own groups.'),
  ...allGroups('cost.overtime', 'Overtime', 'Overtime of all own groups.'),
  ...allGroups('cost.bonus', 'Bonus', 'Bonus of all own groups.'),
  ...allGroups(
    'cost.benefits',
    'Burdens and benefits',
    "Employer's contributions and benefits of all own groups.",
  ),
  ...allGroups('cost.vendor', 'Partner', 'What partners charge.'),
  ...allGroups('cost.recruiting', 'Recruiting', 'Finding the hires of all own groups.'),
  ...allGroups('cost.training', 'Training', 'Trainers and material of all own groups.'),
  ...allGroups('cost.severance', 'Severance', 'Paid to the leavers of all own groups.'),
  ...allGroups('cost.support', 'Support staff', 'Support staff of all groups.'),
  ...allGroups('cost.technology', 'Technology', 'Technology of all groups.'),
  ...allGroups('cost.facilities', 'Facilities', 'Workplaces of all own groups.'),
});
