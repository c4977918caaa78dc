import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { content } from './shipped_content';

/** One line a rule: its id, then version and hash of the content that had this version. */
const PINS = join(__dirname, 'rule_versions.yml');
const pinned = z
  .record(z.uuid(), z.string().regex(/^\d+ [0-9a-f]{12}$/))
  .parse(parse(readFileSync(PINS, 'utf8')));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
};

/** Hash over the rule as it is read: comments, order of keys and line breaks of the file make no difference. */
const pinOf = (rule: (typeof content.rules)[number]): string => {
  const { version, file: _file, ...body } = rule;
  const hash = createHash('sha256').update(JSON.stringify(sorted(body)));
  return `${version} ${hash.digest('hex').slice(0, 12)}`;
};

/** What is wrong with a rule's pin, as an instruction; undefined when nothing is. */
const complaint = (rule: (typeof content.rules)[number]): string | undefined => {
  const pin = pinOf(rule);
  const before = pinned[rule.rule_id];
  if (before === pin) return undefined;
  const line = `write "${rule.rule_id}: ${pin}" into test/content/rule_versions.yml`;
  if (before === undefined) return `${rule.file} is new: ${line}`;
  return before.split(' ')[0] === String(rule.version)
    ? `${rule.file} changed but is still version ${rule.version}: raise its version, then run this test again`
    : `${rule.file} has a new version: ${line}`;
};

it('a rule whose content changed has a new version, so that installations see the update', () => {
  expect(content.rules.flatMap((rule) => complaint(rule) ?? [])).toEqual([]);
});

it('no version is pinned of a rule that is gone', () => {
  const ids = new Set(content.rules.map(({ rule_id: id }) => id));
  expect(Object.keys(pinned).filter((id) => !ids.has(id))).toEqual([]);
});
