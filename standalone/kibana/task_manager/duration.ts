const UNIT_MS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Milliseconds of an interval such as `30s`, `5m`, `1h` or `1d`. @throws an Error for any other text */
export const intervalMs = (text: string): number => {
  const [, amount, unit] = /^([1-9]\d*)([smhd])$/.exec(text) ?? [];
  const ms = unit === undefined ? undefined : UNIT_MS[unit];
  if (ms === undefined) {
    throw new Error(
      `"${text}" is not an interval. Write a whole number and a unit, such as 30s, 5m or 1h.`
    );
  }
  return Number(amount) * ms;
};
