import { compiledSignals, content, fieldsIn, sourceFields } from './shipped_content';

const { signals, rules, attack } = content;
const named = signals.map((signal) => ({ id: signal.id, signal }));

describe('the shipped signals', () => {
  it('are these', () => {
    expect(signals.map(({ id }) => id)).toEqual([
      'account.admin_reset',
      'account.self_service_reset',
      'account.unlock',
      'consent.granted',
      'device.registered',
      'edr.alert',
      'email.callback_lure',
      'email.flood',
      'email.rule',
      'email.security_notice_deleted',
      'exec.browser_download',
      'exec.pasted_command',
      'exec.tool_download',
      'exfil.archive',
      'exfil.tool_first_seen',
      'exfil.tool_start',
      'logon.other_account',
      'logon.remote',
      'mfa.factor_added',
      'mfa.factor_removed',
      'mfa.fraud_report',
      'mfa.push_burst',
      'mfa.push_denied',
      'persist.account',
      'persist.task_or_run_key',
      'quickassist.full_control',
      'recon.burst',
      'rmm.child_shell',
      'rmm.domain_lookup',
      'rmm.file_download',
      'rmm.first_seen',
      'rmm.msi_install',
      'rmm.package_install',
      'rmm.process_start',
      'rmm.remote_assistance',
      'rmm.service_install',
      'rmm.user_folder',
      'rmm.web_visit',
      'signin.device_code',
      'signin.new_place',
      'signin.risky',
      'tamper.security',
      'teams.call_reported',
      'teams.external_chat',
      'teams.help_desk_chat',
      'web.lookalike_site',
    ]);
  });

  it.each(named)('$id names known techniques and existing counting rules', ({ signal }) => {
    expect(signal.attack.filter((id) => !attack.techniques[id])).toEqual([]);
    const counting = rules
      .filter(({ building_block: counts }) => counts)
      .map(({ rule_id: id }) => id);
    expect(signal.building_blocks.filter((id) => !counting.includes(id))).toEqual([]);
  });

  it.each(named)('$id mentions only fields of vishing-fields', ({ id, signal }) => {
    const compiled = compiledSignals.find((candidate) => candidate.id === id);
    const inSentence = [...signal.sentence.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '');
    const used = [
      ...fieldsIn(`| ${compiled?.where ?? ''}`),
      ...(compiled?.identities ?? []).flatMap(({ value }) => fieldsIn(`| ${value}`)),
      ...inSentence,
      ...signal.event,
    ];
    expect(used.filter((field) => !sourceFields.has(field))).toEqual([]);
  });

  it.each(named)('$id reads patterns only, so that a missing source is no error', ({ id }) => {
    const compiled = compiledSignals.find((candidate) => candidate.id === id);
    expect(compiled?.indices.filter((index) => !index.includes('*'))).toEqual([]);
  });

  it('lie within a family by their id or their meaning', () => {
    expect(new Set(signals.map(({ family }) => family))).toEqual(
      new Set([
        'account',
        'edr',
        'logon',
        'persist',
        'recon',
        'tamper',
        'web',
        'consent',
        'lure',
        'flood',
        'exec',
        'exfil',
        'mailbox',
        'mfa',
        'report',
        'rmm',
        'signin',
      ])
    );
  });
});
