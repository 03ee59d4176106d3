import { expect, it } from 'vitest';
import { describeOnEachHost } from './hostSession.ts';

const patient = { timeout: 15_000 };

describeOnEachHost('another language', (start) => {
  it('a Czech planner types a date as Czechs write it, and is refused in Czech by the name of the row', async () => {
    const session = await start();
    const page = session.page();
    await page.getByTestId('coverage').waitFor(patient);
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitemradio', { name: 'Čeština' }).click();
    await page.getByRole('link', { name: 'Nastavení' }).click(patient);
    await page.getByRole('button', { name: 'Události' }).click();
    const last = page.getByRole('textbox', { name: /Poslední den.*Release 5/ });
    await expect.poll(() => last.inputValue(), patient).toBe('19. 9. 2027');
    await last.fill('1. 1. 2020');
    await last.press('Enter');
    await page
      .getByText('Poslední den, Release 5: nalezeno 1. 1. 2020, očekává se datum 6. 9. 2027 nebo pozdější.')
      .waitFor(patient);
    await last.fill('30/9/2027');
    await last.press('Enter');
    await expect.poll(() => last.inputValue(), patient).toBe('30. 9. 2027');
    await last.fill('zítra');
    await last.press('Enter');
    await page.getByText('„zítra“ není datum. Zadejte je například takto: 31. 1. 2027.').waitFor(patient);
    expect(session.pageErrors).toEqual([]);
    expect(session.foreignRequests).toEqual([]);
  });
});
