import { answersWith } from './support/answers';
import { accessibilityViolations } from './support/check_accessibility';
import { startHarness, type Harness } from './support/harness';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

it('a button without a name, a pale text and a wrong role are each found on an otherwise good page', async () => {
  const { page } = await harness.open({ path: '/', answers: answersWith() });
  await page.locator('[data-test-subj="callsTable"]').waitFor();
  await page.evaluate(() => {
    document.querySelector('main')?.insertAdjacentHTML(
      'beforeend',
      `<button id="nameless"></button>
       <p id="pale" style="color:#ddd;background:#fff">Can hardly be read</p>
       <div id="odd" role="no-such-role">Something</div>`
    );
  });
  const violations = await accessibilityViolations(page);
  expect(violations.map((line) => line.split(':')[0]).sort()).toEqual([
    'aria-roles',
    'button-name',
    'color-contrast',
  ]);
  await page.context().close();
});
