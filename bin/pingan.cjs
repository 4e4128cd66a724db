#!/usr/bin/env node
const path = require('node:path');
const { loader } = require('./loader.cjs');

loader(path.join(__dirname, '../dist')).load('cli.cjs').run();
