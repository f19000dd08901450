#!/usr/bin/env bash
# `npm sbom` of npm 11.19.1 names the component that a CycloneDX document is about after the folder that the package
# lies in, not after the package: a checkout in `src` makes a component `src`, while its `bom-ref` and its `purl` have
# the package's name. Packages that another one bundles are listed without a checksum, since the lock file has none.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/checkout"
cd "$folder/checkout"
cat > package.json << 'END'
{
  "name": "shop",
  "version": "1.2.3",
  "license": "MIT",
  "dependencies": { "cdk8s": "2.70.106", "constructs": "10.8.1" }
}
END
npx --yes npm@11.19.1 install --no-audit --no-fund --ignore-scripts > npm.log
npx --yes npm@11.19.1 sbom --sbom-format cyclonedx > sbom.json

cat > summary.js << 'END'
const { metadata, components } = require('./sbom.json');
console.log('name:', metadata.component.name);
console.log('bom-ref:', metadata.component['bom-ref']);
console.log('purl:', metadata.component.purl);
for (const { name, hashes = [] } of components) console.log(`${name}: ${hashes.length} checksums`);
END
node summary.js | sort | tee output
diff output - << 'END'
bom-ref: shop@1.2.3
cdk8s: 1 checksums
constructs: 1 checksums
fast-json-patch: 0 checksums
follow-redirects: 0 checksums
name: checkout
purl: pkg:npm/shop@1.2.3
yaml: 0 checksums
END
