import type { PersonRole } from '../../common/model/person';
import { t } from './translations';

export const roleName = (role: PersonRole): string => t(`vishing.person.${role}Role`);
