import type { PersonInput } from '../../common/model/person';
import type { Company } from './company';

/** The company as an admin would upload it to the directory. */
export const toDirectory = ({ employees }: Company): PersonInput[] =>
  employees.map((employee) => ({
    id: employee.id,
    full_name: employee.fullName,
    upn: employee.upn,
    emails: [employee.upn],
    account_names: [employee.account],
    sid: employee.sid,
    cloud_ids: [employee.entraId, employee.oktaId],
    numbers: [employee.did],
    extensions:
      employee.extension === undefined
        ? []
        : [`${employee.site.settings.id}:${employee.extension}`],
    hosts: employee.host === undefined ? [] : [employee.host.toLowerCase()],
    department: employee.department,
    title: employee.title,
    roles: [...employee.roles],
    privileged: employee.privileged,
  }));
