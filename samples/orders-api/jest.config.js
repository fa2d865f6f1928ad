/** @type {import("jest").Config} */
module.exports = {
  preset: "ts-jest",
  testEnvironment: "node",
  roots: ["<rootDir>/tests"],
  reporters: ["default", ["jest-junit", { outputDirectory: "test-results", outputName: "junit.xml", classNameTemplate: "{classname}", titleTemplate: "{title}" }]],
};
