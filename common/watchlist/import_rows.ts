import type { ImportRow } from '../api/watchlist';

/** A row of a list, with the place that it came from. */
export interface ParsedRow extends ImportRow {
  /** Line of the file, or position among the objects of a JSON file, from 1. */
  readonly line: number;
}

/** A row that names no number, and why. */
export interface RefusedRow {
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

/** What became of a piece of a list. */
export interface ParsedRows {
  readonly rows: readonly ParsedRow[];
  readonly refused: readonly RefusedRow[];
  /** Rows that are about something else, such as the addresses in a feed of indicators. */
  readonly ignored: number;
}

export type ImportFormat = 'list' | 'csv' | 'ftc' | 'misp_csv' | 'json';

/** Columns of a CSV list that are read, by position from 0. */
export interface ImportColumns {
  readonly number: number;
  readonly reason?: number;
  readonly reports?: number;
  readonly verdict?: number;
  readonly expires?: number;
  readonly notes?: number;
  readonly confidence?: number;
}

/** How a list is laid out. */
export interface ImportLayout {
  readonly format: ImportFormat;
  /** Of CSV only, as the rest. */
  readonly delimiter?: string;
  readonly hasHeader?: boolean;
  /** Names of the columns, or their positions from 1. */
  readonly names?: readonly string[];
  readonly columns?: ImportColumns;
}

/** Longest texts that an entry takes. */
const MAX_NUMBER = 256;
const MAX_REASON = 1000;
const MAX_REFUSED_TEXT = 120;

export const clip = (text: string | undefined, length = MAX_REASON): string | undefined => {
  const trimmed = text?.trim();
  return trimmed ? trimmed.slice(0, length) : undefined;
};

export const clipNumber = (text: string): string => text.trim().slice(0, MAX_NUMBER);

export const refuse = (line: number, text: string, reason: string): RefusedRow => ({
  line,
  text: text.slice(0, MAX_REFUSED_TEXT),
  reason,
});
