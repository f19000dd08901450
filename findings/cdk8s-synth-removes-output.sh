#!/usr/bin/env bash
# `cdk8s synth` of cdk8s-cli 2.207.60 removes the output folder before it runs the program: with it all files that it
# did not write, a README or a kustomization.yaml beside the manifests. Where the program then fails, nothing of the
# last good output is left, so a pipeline that goes on, or a tool that watches the folder, sees every object gone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > npm.log
npm install --no-audit --no-fund --ignore-scripts cdk8s-cli@2.207.60 >> npm.log

printf 'language: typescript\napp: node -e process.exit(1)\n' > cdk8s.yaml
mkdir dist
touch dist/shop.k8s.yaml dist/kustomization.yaml
status=0
npx cdk8s synth --check-upgrade=false > synth.log 2>&1 || status=$?
left=$(find . -path './dist/*' | wc -l)
printf 'exit status %s, %s files of dist left\n' "$status" "$left"
((status == 1 && left == 0))
