import type { Start } from '../example';

export function failing({ shop }: Start): void {
  shop.node.addValidation({ validate: () => ['the owner is missing'] });
}

export function passing({ shop }: Start): void {
  shop.node.addValidation({ validate: () => [] });
}
