/** One reason of a score: `weight` is the probability (0 to 1) that it alone gives to "this is vishing". */
export interface Reason {
  readonly label: string;
  readonly weight: number;
  /** Why it counts less than it could; a sentence without a full stop. */
  readonly note?: string;
}
