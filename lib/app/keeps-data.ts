import { ImplicitTokenResolver, LazyResolver, NumberStringUnionResolver, type App } from 'cdk8s';

/** Classes of the resolvers that every App has: none of them changes data. */
const BUILT_IN = new Set<unknown>([LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver]);

/** True where cdk8s would render data as it is: keys are sorted, and no resolver of the program may change anything. */
export function keepsData({ resolvers }: App): boolean {
  return !process.env.CDK8S_DISABLE_SORT && resolvers.every((resolver) => BUILT_IN.has(resolver.constructor));
}
