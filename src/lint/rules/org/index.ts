import duplicatePerson from './duplicate-person.ts';
import fewRoles from './few-roles.ts';
import officeMissing from './office-missing.ts';
import roles from './roles.ts';
import titleMissing from './title-missing.ts';
import twoGroups from './two-groups.ts';

export const org = [roles, twoGroups, duplicatePerson, titleMissing, officeMissing, fewRoles];
