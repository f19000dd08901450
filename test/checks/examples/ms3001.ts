import { ApplicationStack } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  new ApplicationStack(app, 'The_Shop');
}

export function passing({ app }: Start): void {
  new ApplicationStack(app, 'the-shop');
}
