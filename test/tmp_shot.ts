import { launchBrowser } from './ui/support/launch_browser';
void (async () => {
  const b = await launchBrowser();
  const c = await b.newContext({ viewport: { width: 1280, height: 1000 } });
  const p = await c.newPage();
  p.on('console', (m) => { if (m.type() === 'error') console.log('CONSOLE', m.text().slice(0, 300)); });
  await p.goto('http://127.0.0.1:5791/app/vishing');
  await p.fill('input[name=username]', 'admin'); await p.fill('input[name=password]', 'vorumi-vosalo-4107'); await p.keyboard.press('Enter');
  await p.waitForURL((u) => !u.pathname.startsWith('/login'));
  await p.goto('http://127.0.0.1:5791/app/vishing/rules'); await p.waitForSelector('[data-test-subj=rulesTable]'); await p.waitForTimeout(1500);
  console.log(await p.locator('tr:has([data-test-subj=ruleState-waiting])').evaluateAll((rows) => rows.map((r) => r.querySelector('a')?.textContent)));
  await p.screenshot({ path: '/tmp/w/s12/rules.png' });
  await p.emulateMedia({ colorScheme: 'dark' }); await p.reload(); await p.waitForSelector('[data-test-subj=rulesTable]'); await p.waitForTimeout(1500);
  await p.screenshot({ path: '/tmp/w/s12/rules_dark.png', fullPage: true });
  await p.goto('http://127.0.0.1:5791/app/vishing/setup'); await p.waitForTimeout(3000);
  await p.screenshot({ path: '/tmp/w/s12/setup_dark.png', fullPage: true });
  await b.close();
})();
