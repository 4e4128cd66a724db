// What Node starts in a single executable application. Nothing can lie below a file, so the folder below it is ours.
const path = require('node:path');
const { getAsset, getRawAsset } = require('node:sea');
const { start } = require('./main.cjs');

start(getRawAsset('pack'), getAsset('main', 'utf8'), path.join(process.execPath, 'pack'));
