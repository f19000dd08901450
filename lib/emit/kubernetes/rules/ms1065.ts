import { holdsUser, MS1065, plainCredentials, type Rule } from '../../../errors';

/** An address, and its place in the program. */
export interface StatedAddress {
  readonly place: string;
  readonly address: string | undefined;
}

/** An address of the platform names no user. */
export const MS1065_ADDRESS: Rule<StatedAddress> = {
  ...MS1065,

  evaluate: ({ place, address }) =>
    address === undefined || !holdsUser(address)
      ? []
      : [plainCredentials(place, address, 'leave user and password out of the address, and state them as a Secret')],
};
