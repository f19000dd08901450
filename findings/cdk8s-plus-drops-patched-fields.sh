#!/usr/bin/env bash
# cdk8s-plus-27 2.9.5 renders each object through the list of fields that Kubernetes 1.27 has, after cdk8s has applied
# its patches. A JSON patch that adds a newer field, such as `trafficDistribution` of a Service (1.30), vanishes without
# an error; one that adds a field of the list stays. An ApiObject of cdk8s keeps both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > npm.log
npm install --no-audit --no-fund --ignore-scripts --omit=optional \
  cdk8s@2.70.106 cdk8s-plus-27@2.9.5 constructs@10.8.1 >> npm.log

cat > program.js << 'END'
const { ApiObject, JsonPatch, Testing } = require('cdk8s');
const { Service } = require('cdk8s-plus-27');
const chart = Testing.chart();
const ports = [{ port: 80 }];
const service = new Service(chart, 'service', { metadata: { labels: { by: 'cdk8s-plus' } }, ports });
const metadata = { labels: { by: 'cdk8s' } };
const object = new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'Service', metadata, spec: { ports } });
for (const patched of [ApiObject.of(service), object])
  patched.addJsonPatch(
    JsonPatch.add('/spec/trafficDistribution', 'PreferClose'),
    JsonPatch.add('/spec/sessionAffinity', 'ClientIP'),
  );
for (const { metadata, spec } of Testing.synth(chart)) {
  console.log(`${metadata.labels.by}: ${spec.trafficDistribution ?? 'lost'}, ${spec.sessionAffinity}`);
}
END
node program.js | sort | tee output
diff output <(printf 'cdk8s-plus: lost, ClientIP\ncdk8s: PreferClose, ClientIP\n')
