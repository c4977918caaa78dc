import { EuiFlexGroup } from '@elastic/eui';
import type { ReactElement, ReactNode } from 'react';
import type { PersonResponse } from '../../common/api/person';
import { withoutSite } from '../../common/people/extension';
import { FactPanel, knownFacts } from '../shared/fact_panel';
import { formatCount, formatShare } from '../shared/format/number';
import { Instant } from '../shared/instant';
import { useServices } from '../shared/services';
import { NumberLink } from '../shared/subject/links';
import { Period, periodText } from '../shared/subject/period';
import { roleName } from './role_name';
import { groupExtensions } from './group_extensions';
import { t } from './translations';

const instant = (value: string | undefined): ReactElement | undefined =>
  value === undefined ? undefined : <Instant value={value} format="full" />;

/** One value a line; nothing for an empty list. */
const lines = (values: readonly ReactNode[]): ReactElement | undefined =>
  values.length === 0 ? undefined : (
    <>
      {values.map((value, index) => (
        <div key={index}>{value}</div>
      ))}
    </>
  );

/** A host, and how sure it is that it is the person's where that is not certain. */
const hostText = ({ host_confidence: unsure = [] }: PersonResponse['person'], host: string) => {
  const confidence = unsure.find(({ value }) => value === host)?.confidence;
  return confidence === undefined
    ? host
    : t('vishing.person.unsureHostValue', { host, share: formatShare(confidence) });
};

const personFacts = ({ person, ever }: PersonResponse) =>
  knownFacts([
    [t('vishing.person.departmentFact'), person.department],
    [t('vishing.person.jobFact'), person.title],
    [t('vishing.person.rolesFact'), person.roles.map(roleName).join(', ')],
    [t('vishing.person.hostsFact'), lines(person.hosts.map((host) => hostText(person, host)))],
    [t('vishing.person.callsFact'), formatCount(ever.calls)],
    [t('vishing.person.firstSeenFact'), instant(ever.first_seen)],
    [t('vishing.person.lastSeenFact'), instant(ever.last_seen)],
  ]);

/** An extension, and when it was theirs where that is not always. */
const extensionText = (
  { lines: periods }: PersonResponse['person'],
  value: string,
  zone: string
): string => {
  const texts = periods.flatMap((line) =>
    line.value === value ? (periodText(line, zone) ?? []) : []
  );
  const extension = withoutSite(value);
  return texts.length === 0 ? extension : `${extension} (${texts.join('; ')})`;
};

const phoneFacts = ({ person, number_displays }: PersonResponse, zone: string) => {
  const { numbers, extensions } = person;
  const none = numbers.length + extensions.length === 0;
  return knownFacts([
    [
      t('vishing.person.numbersFact'),
      none
        ? t('vishing.person.noPhoneValue')
        : lines(
            numbers.map((number, index) => (
              <span key={number}>
                <NumberLink number={number} text={number_displays[index] ?? number} />
                {person.lines
                  .filter(({ value }) => value === number)
                  .map((line) => (
                    <Period key={line.valid_from ?? ''} line={line} />
                  ))}
              </span>
            ))
          ),
    ],
    [
      t('vishing.person.extensionsFact'),
      lines(
        groupExtensions(extensions).map(({ site, extensions: list }) => {
          const texts = list.map((extension) =>
            extensionText(person, site === undefined ? extension : `${site}:${extension}`, zone)
          );
          return site === undefined
            ? t('vishing.person.anySiteValue', { extensions: texts.join(', ') })
            : t('vishing.person.siteValue', { site, extensions: texts.join(', ') });
        })
      ),
    ],
  ]);
};

const identityFacts = ({ person }: PersonResponse) =>
  knownFacts([
    [t('vishing.person.upnFact'), person.upn],
    [t('vishing.person.emailsFact'), lines(person.emails)],
    [t('vishing.person.accountsFact'), lines(person.account_names)],
    [t('vishing.person.sidFact'), person.sid],
    [t('vishing.person.cloudIdsFact'), lines(person.cloud_ids)],
    [t('vishing.person.idFact'), person.id],
  ]);

/** Who the person is, the phones, and every name that other systems use. */
export const PersonFacts = ({ data }: { data: PersonResponse }): ReactElement => {
  const { zone } = useServices();
  return (
    <EuiFlexGroup gutterSize="m" wrap>
      <FactPanel id="person" title={t('vishing.person.personTitle')} facts={personFacts(data)} />
      <FactPanel
        id="phones"
        title={t('vishing.person.phonesTitle')}
        facts={phoneFacts(data, zone)}
      />
      <FactPanel
        id="identities"
        title={t('vishing.person.identitiesTitle')}
        facts={identityFacts(data)}
      />
    </EuiFlexGroup>
  );
};
