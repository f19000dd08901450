#!/usr/bin/env bash
# App.synth of cdk8s 2.70.106 validates the whole app again for each of its charts: a construct of an app with n charts
# is validated n + 1 times. With one object a chart, 20 charts make 420 validations, 40 make 1,640. Validations that
# report, count or cost something see it, and so does everybody with hundreds of charts.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > npm.log
npm install --no-audit --no-fund --ignore-scripts cdk8s@2.70.106 constructs@10.8.1 >> npm.log

cat > program.js << 'END'
const { ApiObject, Chart, Testing } = require('cdk8s');
for (const charts of [1, 20, 40]) {
  const app = Testing.app();
  let validations = 0;
  const validate = () => {
    validations += 1;
    return [];
  };
  for (let at = 0; at < charts; at += 1) {
    const object = new ApiObject(new Chart(app, `chart-${at}`), 'object', { apiVersion: 'v1', kind: 'ConfigMap' });
    object.node.addValidation({ validate });
  }
  app.synth();
  console.log(`${charts} charts: ${validations} validations`);
}
END
node program.js | tee output
diff output <(printf '1 charts: 2 validations\n20 charts: 420 validations\n40 charts: 1640 validations\n')
