import { expect, it } from 'vitest';
import { describeOnEachHost } from './hostSession.ts';
import { planPage } from './planPage.ts';

const patient = { timeout: 15_000 };

function numberOf(text: string): number {
  const value = Number(text.replaceAll(/[^\d.-]/g, ''));
  if (text.trim() === '' || Number.isNaN(value)) throw new Error(`"${text}" is not a number.`);
  return value;
}

describeOnEachHost('planning', (start) => {
  it('more deals need more people and money, stay after reload and restart, and can be undone', async () => {
    const session = await start();
    let app = planPage(session.page());
    await app.page.getByTestId('coverage').waitFor(patient);

    const readings = async () => {
      await app.goTo('People');
      const required = numberOf(await app.cell('Whole plan', 'Required FTE', 'Dec 27'));
      const gap = numberOf(await app.cell('Prague', 'Surplus or gap', 'Dec 27'));
      await app.goTo('Budget');
      const cost = numberOf(await app.cell('Whole plan', 'Total cost', 'FY28'));
      await app.goTo('Overview');
      return { required, gap, cost, answer: await app.answer() };
    };

    const before = await readings();
    await app.goTo('Demand');
    const deals = await app.cell('Small business', 'Deals', 'Mar 27');
    await app.type('Small business', 'Deals', 'Mar 27', '40000');
    await expect.poll(() => app.cell('Small business', 'Deals', 'Mar 27'), patient).toBe('40,000.0');
    const changed = await readings();
    expect(changed.required).toBeGreaterThan(before.required);
    expect(changed.gap).toBeLessThan(before.gap);
    expect(changed.cost).not.toBe(before.cost);
    expect(changed.answer).not.toBe(before.answer);

    await app.saved();
    await app.page.reload();
    expect(await readings()).toEqual(changed);
    await session.restart();
    app = planPage(session.page());
    await app.page.getByTestId('coverage').waitFor(patient);
    expect(await readings()).toEqual(changed);

    // Undo goes on where it was: after the restart it takes back what was edited before it.
    await app.goTo('Demand');
    await app.type('Small business', 'Deals', 'Apr 27', '50000');
    await expect.poll(() => app.cell('Small business', 'Deals', 'Apr 27'), patient).toBe('50,000.0');
    await app.page.keyboard.press('Control+z');
    await app.page.keyboard.press('Control+z');
    await expect.poll(() => app.cell('Small business', 'Deals', 'Mar 27'), patient).toBe(deals);
    expect(await readings()).toEqual(before);
    await app.saved();
    await app.page.reload();
    await app.page.getByTestId('coverage').waitFor(patient);
    expect(await readings()).toEqual(before);
    await app.page.keyboard.press('Control+z');
    expect(await readings()).toEqual(before);
    expect(deals).not.toBe('40,000.0');
    expect(session.pageErrors).toEqual([]);
    expect(session.foreignRequests).toEqual([]);
  });

  it('undo and redo take an edit back and forth, from the keys and from the buttons', async () => {
    const session = await start();
    const app = planPage(session.page());
    await app.page.getByTestId('coverage').waitFor(patient);
    const first = await app.answer();
    await app.goTo('Demand');
    await app.type('Small business', 'Win rate', 'Jan 27', '20');
    await expect.poll(() => app.cell('Small business', 'Win rate', 'Jan 27'), patient).toBe('20.0%');
    await app.page.keyboard.press('Control+z');
    await expect.poll(() => app.cell('Small business', 'Win rate', 'Jan 27'), patient).toBe('80.0%');
    await app.page.keyboard.press('Control+Shift+z');
    await expect.poll(() => app.cell('Small business', 'Win rate', 'Jan 27'), patient).toBe('20.0%');
    await app.page.getByRole('button', { name: 'Undo', exact: true }).hover();
    await app.page.getByText('Undo: Win rate, Small business (Ctrl+Z)').waitFor(patient);
    await app.page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => app.cell('Small business', 'Win rate', 'Jan 27'), patient).toBe('80.0%');
    await app.goTo('Overview');
    expect(await app.answer()).toBe(first);
    await app.page.keyboard.press('Control+y');
    await expect.poll(() => app.answer(), patient).not.toBe(first);
  });

  it('what holds for the whole plan is typed into its first column only, and the others say so', async () => {
    const session = await start();
    const app = planPage(session.page());
    await app.page.getByTestId('coverage').waitFor(patient);
    await app.goTo('Demand');
    const line = ['Small business', 'Customers at plan start'] as const;
    await app.type(...line, 'Mar 27', '5');
    await app.page.keyboard.press('ArrowUp');
    await app.page.keyboard.type('5');
    const note = 'Holds for the whole plan; change it in the first column.';
    await app.page.getByText(note, { exact: true }).first().waitFor(patient);
    expect(await app.cell(...line, 'Mar 27')).toBe('118,000');
    await app.type(...line, 'Jan 27', '90000');
    await expect.poll(() => app.cell(...line, 'Mar 27'), patient).toBe('90,000');
  });

  it('an impossible value is refused where it is typed, and nothing changes', async () => {
    const session = await start();
    const app = planPage(session.page());
    await app.page.getByTestId('coverage').waitFor(patient);
    await app.goTo('Demand');
    await app.type('Small business', 'Win rate', 'Feb 27', '140');
    await expect
      .poll(
        () =>
          app.page
            .getByText('Win rate, February 2027: 140% does not fit. It must be from 0% to 100%.')
            .count(),
        patient,
      )
      .toBeGreaterThan(0);
    await app.page.keyboard.press('Escape');
    expect(await app.cell('Small business', 'Win rate', 'Feb 27')).toBe('80.0%');
  });

  it('the grain goes from months to quarters and years, and is remembered', async () => {
    const session = await start();
    const app = planPage(session.page());
    await app.page.getByTestId('coverage').waitFor(patient);
    await app.goTo('People');
    const months = ['Apr 27', 'May 27', 'Jun 27'];
    const hires = [];
    for (const month of months) hires.push(numberOf(await app.cell('Whole plan', 'Hires', month)));
    await app.page.getByText('Quarter', { exact: true }).click();
    const quarter = numberOf(await app.cell('Whole plan', 'Hires', 'Q1 FY28'));
    expect(quarter).toBeCloseTo(
      hires.reduce((sum, value) => sum + value, 0),
      1,
    );
    await app.page.getByText('Fiscal year', { exact: true }).click();
    expect(numberOf(await app.cell('Whole plan', 'Hires', 'FY28'))).toBeGreaterThan(quarter);
    await app.page.reload();
    await app.goTo('People');
    await expect
      .poll(() => app.page.getByRole('columnheader', { name: 'FY28', exact: true }).count(), patient)
      .toBe(1);
    expect(await app.page.getByRole('columnheader', { name: 'Apr 27', exact: true }).count()).toBe(0);
  });
});
