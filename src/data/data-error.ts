import { UserError } from '../errors.ts';

/** Something in a table that can't be read, told with the file and the place in it. */
export class DataError extends UserError {}
