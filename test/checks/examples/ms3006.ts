import { ApplicationStack, Platform } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  new ApplicationStack(app, 'east', { platform: new Platform({ images: { cart: 'cart:1:2' } }) });
}

export function passing({ app }: Start): void {
  new ApplicationStack(app, 'east', { platform: new Platform({ images: { cart: 'registry.example/cart:1.4.2' } }) });
}
