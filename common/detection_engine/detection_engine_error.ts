/** An answer of the Detection Engine that is an error; the message says what to do. */
export class DetectionEngineError extends Error {
  constructor(
    /** HTTP status, 0 when there was no answer. */
    readonly status: number,
    message: string
  ) {
    super(message);
    this.name = 'DetectionEngineError';
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);

/** Where Kibana's browser client, its self client and Boom errors keep the status. */
const STATUS_PATHS = [
  ['status'],
  ['statusCode'],
  ['response', 'status'],
  ['body', 'statusCode'],
  ['body', 'status_code'],
  ['output', 'statusCode'],
];

const statusOf = (error: unknown): number => {
  const found = STATUS_PATHS.map((path) => at(error, ...path)).find(
    (status) => typeof status === 'number'
  );
  return typeof found === 'number' ? found : 0;
};

const messageOf = (error: unknown): string => {
  const found = [at(error, 'body', 'message'), at(error, 'message')].find(
    (message) => typeof message === 'string' && message !== ''
  );
  return typeof found === 'string' ? found : String(error);
};

const ADVICE: Readonly<Record<number, string>> = {
  0: 'Kibana did not answer. Check that it runs, then try again.',
  401: 'Your session has ended. Log in again, then repeat the installation.',
  403: 'You may not change detection rules. Ask an administrator for the Kibana privileges "Rules: All" (before 9.3: "Security: All") and for read and write rights on the alerts index.',
  404: 'This Kibana does not offer the detection rules of Elastic Security, or the rule is gone. Check that the Security solution is available in this space.',
  409: 'Kibana already has a rule with this id that does not carry our tag. Give the rule the tag "Vishing" again, or delete it, then repeat the installation.',
};

/** Turns whatever an adapter throws into an error that says what happened and what to do. */
export const toDetectionEngineError = (error: unknown): DetectionEngineError => {
  if (error instanceof DetectionEngineError) return error;
  const status = statusOf(error);
  const said = messageOf(error);
  const advice = ADVICE[status];
  return new DetectionEngineError(status, advice ? `${advice} Kibana says: ${said}` : said);
};
