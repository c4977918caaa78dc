import { z } from 'zod';

const UNIT_SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** Length of time as Kibana writes it: `90s`, `30m`, `4h`, `30d`. */
export const durationSchema = z
  .string()
  .regex(
    /^(0|[1-9][0-9]{0,5})[smhd]$/,
    'A length of time is a number and s, m, h or d, such as 30m'
  );

/** @param duration checked by `durationSchema` */
export const toSeconds = (duration: string): number => {
  const unit = duration.slice(-1) as keyof typeof UNIT_SECONDS;
  return Number(duration.slice(0, -1)) * UNIT_SECONDS[unit];
};

/** The shortest notation of a length of time, such as `45m`. @param seconds whole, at least 0 */
export const toDuration = (seconds: number): string => {
  const units = Object.entries(UNIT_SECONDS).reverse();
  const [unit = 's', size = 1] = units.find(([, length]) => seconds % length === 0) ?? [];
  return seconds === 0 ? '0s' : `${seconds / size}${unit}`;
};
