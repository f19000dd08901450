/** @type {import('jest').Config} */
module.exports = { ...require('./jest.config'), testMatch: ['<rootDir>/test/**/*.slow.test.ts'] };
