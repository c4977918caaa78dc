import type { Locator, Page } from 'playwright-core';
import { buildTimelineEvent } from '../builders/timeline';
import { answersWith, answersWithEvents, CALL_PATH } from './support/answers';
import { eventually } from './support/eventually';
import { startHarness, type Harness, type OpenOptions } from './support/harness';
import { buildAttack, buildCallResponse, buildTimeline } from './support/scenario';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const open = async (search = '', options: Partial<OpenOptions> = {}) => {
  const opened = await harness.open({
    path: CALL_PATH + search,
    answers: answersWith(),
    ...options,
  });
  await opened.page
    .locator('[data-test-subj="timelineSection"] [data-test-subj="timelineTab"]')
    .waitFor();
  return opened;
};
const subject = (page: Page, name: string) => page.locator(`[data-test-subj="${name}"]`).first();
const chart = async (page: Page) => {
  const found = subject(page, 'timelineChart');
  await found.waitFor();
  return found;
};
/** An SVG has no `innerText`. */
const textOf = async (found: Locator): Promise<string> => (await found.textContent()) ?? '';
const focusedMark = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-mark-id') ?? null);
/** Presses a key and waits until another mark has the focus. */
const walk = async (page: Page, key: string): Promise<string | null> => {
  const before = await focusedMark(page);
  await page.keyboard.press(key);
  await page.waitForFunction((mark) => {
    const now = document.activeElement?.getAttribute('data-mark-id') ?? null;
    return now !== null && now !== mark;
  }, before);
  return focusedMark(page);
};
const leftOf = async (page: Page, mark: string): Promise<number> =>
  (await subject(page, `timelineMark-${mark}`).locator('rect').first().boundingBox())?.x ?? NaN;

describe('the call page', () => {
  it('says what happened, and names the page in breadcrumbs and title', async () => {
    const { page } = await open();
    expect(await subject(page, 'callTitle').innerText()).toBe(
      'Unknown number called Ana Diaz; Quick Assist gave full control'
    );
    expect(await page.locator('#breadcrumbs').innerText()).toBe(
      'Voice phishing / Suspicious calls / Unknown number called Ana Diaz; Quick Assist gave full control'
    );
    expect(await page.title()).toContain('Quick Assist gave full control');
    await page.context().close();
  });

  it('cuts a long name of itself in the breadcrumbs, so that the rest of the header has room', async () => {
    const title = `Unknown number called Ana Diaz; ${'curl.exe ran a command '.repeat(4)}`.trim();
    const { page } = await open('', {
      answers: answersWith({
        'GET /internal/vishing/calls/': ({ path }) => ({
          body: path.endsWith('/timeline')
            ? buildTimeline(buildAttack())
            : { ...buildCallResponse(), title },
        }),
      }),
    });
    const crumbs = await page.locator('#breadcrumbs').innerText();
    expect(crumbs.split(' / ').at(-1)).toBe(
      'Unknown number called Ana Diaz; curl.exe ran a command curl.exe ran a…'
    );
    expect(await page.title()).toContain(title);
    await page.context().close();
  });

  it('writes on evidence how long after the start of the call it happened', async () => {
    const { page } = await open();
    const text = await textOf(await chart(page));
    expect(text).toContain('+4 min 12 s Quick Assist gave full control');
    expect(text).toContain('−14 min 50 s Mail flood × 2,841');
    await page.context().close();
  });

  it('asks for the time around the call that was chosen', async () => {
    const { page, asked } = await open('?range=1h');
    await chart(page);
    const query = asked.find(({ path }) => path.endsWith('/timeline'))?.query;
    expect([query?.get('from'), query?.get('to')]).toEqual([
      '2025-01-01T13:03:00.000Z',
      '2025-01-01T15:21:12.000Z',
    ]);
    await page.context().close();
  });

  it('walks from mark to mark in time order with the arrow keys, and opens one with Enter', async () => {
    const { page } = await open('?evidence=only');
    await chart(page);
    await subject(page, 'timelineMark-call').focus();
    const walked = [];
    for (let step = 0; step < 4; step += 1) {
      walked.push(await walk(page, 'ArrowRight'));
    }
    expect(walked).toEqual(['e95-mail', 'quickassist', 'e253-alerts', 'e262-network']);
    await walk(page, 'ArrowLeft');
    await walk(page, 'ArrowLeft');
    await page.keyboard.press('Enter');
    await page.waitForURL(/event=quickassist/);
    await subject(page, 'eventFlyout').waitFor();
    await page.context().close();
  });

  it('follows a walk out of what is in sight', async () => {
    const { page } = await open('?zoom=-1000~120000&evidence=only');
    await chart(page);
    await subject(page, 'timelineMark-e95-mail').focus();
    await page.keyboard.press('ArrowRight');
    await subject(page, 'timelineMark-quickassist').waitFor();
    await eventually(() => focusedMark(page), 'quickassist');
    await page.context().close();
  });

  it('zooms at the pointer with the wheel and keeps it in the address', async () => {
    const { page } = await open();
    await chart(page);
    const before = await leftOf(page, 'quickassist');
    const box = await (await chart(page)).boundingBox();
    await page.mouse.move(before + 4, (box?.y ?? 0) + 60);
    await page.mouse.wheel(0, -600);
    await page.waitForURL(/zoom=-?\d+%7E\d+/);
    expect(Math.abs((await leftOf(page, 'quickassist')) - before)).toBeLessThan(12);
    await page.reload();
    await chart(page);
    expect(Math.abs((await leftOf(page, 'quickassist')) - before)).toBeLessThan(12);
    await (await chart(page)).dblclick({ position: { x: 30, y: 6 } });
    await page.waitForFunction(() => !window.location.search.includes('zoom'));
    await page.context().close();
  });

  it('pans when it is dragged', async () => {
    const { page } = await open('?zoom=0~600000');
    const box = await (await chart(page)).boundingBox();
    const before = await leftOf(page, 'quickassist');
    const y = (box?.y ?? 0) + (box?.height ?? 0) - 6;
    await page.mouse.move((box?.x ?? 0) + 500, y);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + 400, y, { steps: 5 });
    await page.mouse.up();
    expect((await leftOf(page, 'quickassist')) - before).toBeCloseTo(-100, -1);
    await page.context().close();
  });

  it('zooms with plus and minus and shows everything with 0', async () => {
    const { page } = await open();
    await chart(page);
    await subject(page, 'timelineMark-call').focus();
    await page.keyboard.press('+');
    await page.waitForURL(/zoom=/);
    await page.keyboard.press('0');
    await page.waitForFunction(() => !window.location.search.includes('zoom'));
    await page.context().close();
  });

  it('moves the window of the overview with the keyboard', async () => {
    const { page } = await open();
    await chart(page);
    await subject(page, 'overviewHandle-from').focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/zoom=/);
    await page.context().close();
  });

  it('marks long empty stretches with their length', async () => {
    const { page } = await open('?range=1d');
    await chart(page);
    expect(await subject(page, 'timelineGaps').textContent()).toMatch(
      /\d+ h( \d+ min)? without events/
    );
    await page.context().close();
  });

  it('explains why an event is linked, shows its document, and searches in it', async () => {
    const { page } = await open('?event=quickassist');
    const flyout = subject(page, 'eventFlyout');
    await subject(page, 'documentFields').waitFor();
    const text = await flyout.innerText();
    expect(text).toContain('4 min 12 s after the call began');
    expect(text).toContain('Same host: ws-114 is the computer of Ana Diaz');
    expect(text).toContain('Confidence 90 %');
    await subject(page, 'fieldSearch').fill('pid');
    expect(await subject(page, 'documentFields').locator('tbody tr').count()).toBe(1);
    await page.context().close();
  });

  it('filters by a host that was clicked', async () => {
    const { page } = await open('?event=quickassist');
    await subject(page, 'facet-host').click();
    await page.waitForURL(/facet=host/);
    expect(await page.locator('[data-test-subj="timelineMark-e640-identity"]').count()).toBe(0);
    expect(await page.locator('[data-test-subj="timelineMark-call"]').count()).toBe(1);
    await page.context().close();
  });

  it('holds the same events in the list, in time order, with the same selection', async () => {
    const { page } = await open('?tab=list&evidence=only');
    await subject(page, 'eventList').waitFor();
    const rows = page.locator('[data-test-subj^="eventRow-"]');
    expect(await rows.count()).toBe(9);
    await subject(page, 'eventLink-quickassist').click();
    await page.waitForURL(/event=quickassist/);
    expect(await subject(page, 'eventRow-quickassist').getAttribute('aria-current')).toBe('true');
    await page.context().close();
  });

  it.each([
    ['Asia/Kolkata', '19:35'],
    ['America/New_York', '09:05'],
  ])('shows the clock of %s', async (zone, expected) => {
    const { page } = await open('?clock=clock', { zone });
    expect(await textOf(await chart(page))).toContain(expected);
    await page.context().close();
  });

  it('closes a call with a reason', async () => {
    const { page, asked } = await open();
    await subject(page, 'closeButton').click();
    await page.getByRole('radio', { name: /True positive/ }).check({ force: true });
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByText('Call closed').first().waitFor();
    const change = asked.find(({ path }) => path.endsWith('/signals/status'));
    expect(change?.body).toEqual({
      signal_ids: ['alert-1'],
      status: 'closed',
      reason: 'true_positive',
    });
    await page.context().close();
  });

  it('stays quick with 10,000 events', async () => {
    const flood = Array.from({ length: 10_000 }, (_, index) =>
      buildTimelineEvent({ id: `flood-${index}`, offset_ms: -800_000 + index * 200 })
    );
    const { page } = await open('', { answers: answersWithEvents([...buildAttack(), ...flood]) });
    await subject(page, 'timelineColumns-endpoint').waitFor();
    const box = await (await chart(page)).boundingBox();
    await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 100);
    const started = Date.now();
    for (let notch = 0; notch < 10; notch += 1) await page.mouse.wheel(0, -20);
    await page.waitForURL(/zoom=/);
    // Ten redraws and the quarter of a second after which the address is written, on a busy machine.
    expect(Date.now() - started).toBeLessThan(4000);
    await page.context().close();
  });
});
