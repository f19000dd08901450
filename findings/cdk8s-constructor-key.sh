#!/usr/bin/env bash
# cdk8s 2.70.106 tells maps from objects of classes by what their `constructor` holds, and takes a key of that name for
# the class. A ConfigMap whose data, or an object whose labels have the key `constructor`, which Kubernetes accepts,
# cannot be rendered: "can't render non-simple object of type 'undefined'".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > npm.log
npm install --no-audit --no-fund --ignore-scripts cdk8s@2.70.106 constructs@10.8.1 >> npm.log

cat > program.js << 'END'
const { ApiObject, Testing } = require('cdk8s');
const rendered = (fields) => {
  const chart = Testing.chart();
  new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'ConfigMap', ...fields });
  try {
    return Testing.synth(chart).length;
  } catch (error) {
    return /can't render non-simple object of type '\w+'/.exec(error.message)[0];
  }
};
for (const key of ['builder', 'constructor']) {
  console.log(key, 'in data:', rendered({ data: { [key]: 'x' } }));
  console.log(key, 'in labels:', rendered({ metadata: { labels: { [key]: 'x' } } }));
}
END
node program.js | tee output
refused="can't render non-simple object of type 'undefined'"
diff output - << END
builder in data: 1
builder in labels: 1
constructor in data: $refused
constructor in labels: $refused
END
