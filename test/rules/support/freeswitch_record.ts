import { SITE } from './cast';

export interface FreeswitchCall {
  /** Number outside. */
  readonly from: string;
  /** Extension of ours. */
  readonly to: string;
  /** Name that the caller shows. */
  readonly name: string;
  /** What the carrier says of the number, such as `TN-Validation-Failed`. */
  readonly verstat: string;
  /** Seconds. */
  readonly talk: number;
  readonly startMs: number;
  readonly uniqueId: string;
}

const RING_MS = 6000;
const micro = (ms: number): string => `${ms}000`;

/** An inbound call as FreeSWITCH's `mod_json_cdr` writes its first leg, in the shape that shippers send. */
export const toFreeswitchRecord = (call: FreeswitchCall): object => {
  const { from, to, name, verstat, talk, startMs, uniqueId } = call;
  const answerMs = startMs + RING_MS;
  const endMs = answerMs + talk * 1000;
  const record = {
    'core-uuid': 'core-cases',
    switchname: 'switch.example.com',
    channel_data: { state: 'CS_REPORTING', direction: 'inbound' },
    variables: {
      direction: 'inbound',
      uuid: uniqueId,
      call_uuid: uniqueId,
      channel_name: `sofia/external/${from}@198.51.100.5`,
      sip_gateway: 'provider',
      sip_verstat: verstat,
      hangup_cause: 'NORMAL_CLEARING',
      hangup_cause_q850: '16',
      start_uepoch: micro(startMs),
      answer_uepoch: micro(talk > 0 ? answerMs : 0),
      end_uepoch: micro(endMs),
      start_epoch: String(startMs / 1000),
      answer_epoch: String(talk > 0 ? answerMs / 1000 : 0),
      end_epoch: String(endMs / 1000),
      duration: String((endMs - startMs) / 1000),
      billsec: String(talk),
      sip_hangup_disposition: 'recv_bye',
    },
    callflow: [
      {
        profile_index: '1',
        caller_profile: {
          username: from,
          caller_id_name: name,
          caller_id_number: from,
          ani: from,
          destination_number: to,
          context: 'public',
        },
      },
    ],
  };
  return {
    message: JSON.stringify(record),
    event: { provider: 'freeswitch' },
    vishing: { site: SITE },
  };
};
