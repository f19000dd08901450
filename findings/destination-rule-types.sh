#!/usr/bin/env bash
# @kubernetes-models/istio 3.0.1 states the alternatives of load balancers in a DestinationRule as a union for each
# level of the traffic policy. A mapped type over IDestinationRule multiplies them: one expression that reads `metadata`
# of such a type takes TypeScript 6.0.3 two million types and most of a minute. The same expression for a VirtualService
# takes less than a thousand types and a second. A project that reads manifests through such a type sees it in tsc, in
# every typed rule of its linter and in its editor, with no hint at the cause. `tsc --generateTrace` shows it. Leaving
# `subsets`, `loadBalancer` and `portLevelSettings` out of the mapped type removes it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > npm.log
npm install --no-audit --no-fund --ignore-scripts typescript@6.0.3 @kubernetes-models/istio@3.0.1 >> npm.log

types_of() {
  cat > "$1.ts" << END
import type { I$1 } from '@kubernetes-models/istio/networking.istio.io/v1/$1';
type Present<T> = T extends readonly (infer Item)[]
  ? readonly Present<Item>[]
  : T extends object
    ? { readonly [Field in keyof T]-?: Present<NonNullable<T[Field]>> }
    : T;
declare const objects: Present<I$1>[];
export const names = objects.map(({ metadata }) => metadata.name);
END
  node --max-old-space-size=8192 node_modules/typescript/bin/tsc --noEmit --strict --skipLibCheck \
    --module esnext --moduleResolution bundler --extendedDiagnostics "$1.ts" > "$1.log" || grep error "$1.log" >&2
  awk '$1 == "Types:" { print $2 }' "$1.log"
}

rule=$(types_of DestinationRule)
route=$(types_of VirtualService)
printf 'types: %s for DestinationRule, %s for VirtualService\n' "$rule" "$route"
((rule > 1000000 && route < 100000))
