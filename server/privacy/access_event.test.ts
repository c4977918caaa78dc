import { toAuditEvent } from './access_event';

it('says which call, person and number was looked at', () => {
  const access = {
    action: 'call_view',
    callId: 'c0ffee00c0ffee00',
    people: ['ana.diaz', 'ana.diaz'],
    numbers: ['+12025550142'],
  };
  expect(toAuditEvent(access, { masked: false, outcome: 'success' })).toEqual({
    message:
      'User has accessed voice phishing data: call_view [call=c0ffee00c0ffee00; people=ana.diaz; numbers=+12025550142]',
    event: {
      action: 'vishing_call_view',
      category: ['database'],
      type: ['access'],
      outcome: 'success',
    },
    labels: {
      vishing_call: 'c0ffee00c0ffee00',
      vishing_people: 'ana.diaz',
      vishing_numbers: '+12025550142',
    },
  });
});

it('tells a refusal and what was masked, and names a hundred people at most', () => {
  const people = Array.from({ length: 103 }, (_, index) => `p${index}`);
  const { message, event, labels } = toAuditEvent(
    { action: 'call_list', people },
    { masked: true, outcome: 'failure' }
  );
  expect(message).toMatch(/^User was refused .* and 3 more; masked=true\]$/);
  expect(event.outcome).toBe('failure');
  expect(labels.vishing_masked).toBe('true');
});
