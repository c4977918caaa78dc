import type { Person } from '../../common/model/person';

/** The one name of each kind under which a person stands in calls; rules find calls by them. */
export interface NamesInCalls {
  /** Windows security identifier. */
  readonly id?: string;
  /** Account, lower case, without domain. */
  readonly name?: string;
  /** Mail address, or the user principal name of who has none; lower case. */
  readonly email?: string;
}

/** Elasticsearch joins over single values only, so that a call names its person once. */
export const namesInCalls = ({ sid, account_names, emails, upn }: Person): NamesInCalls => ({
  id: sid,
  name: account_names[0],
  email: emails[0] ?? upn,
});
