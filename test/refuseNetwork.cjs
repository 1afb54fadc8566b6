// No network: nothing that the tests run may reach beyond this machine. Loaded into every process and thread of the tests (jest.config.mjs).
const dns = require('node:dns');
const net = require('node:net');
const dgram = require('node:dgram');

const LOCAL = /^(?:localhost|127(?:\.\d+){3}|::1|0\.0\.0\.0|::)$/;

function refuse(host) {
  if (host === undefined || host === null || host === '' || LOCAL.test(host)) return;
  throw Object.assign(new Error(`no network in tests: a connection to ${host} was refused`), { code: 'ECONNREFUSED' });
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [options] = net._normalizeArgs(Array.isArray(args[0]) ? args[0] : args);
  if (!options.path) refuse(options.host);
  return connect.apply(this, args);
};

const { lookup } = dns;
dns.lookup = (host, ...rest) => {
  refuse(host);
  return lookup(host, ...rest);
};
const lookupLater = dns.promises.lookup;
dns.promises.lookup = async (host, ...rest) => {
  refuse(host);
  return lookupLater(host, ...rest);
};

const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function (...args) {
  refuse(args.find((a, i) => i > 0 && typeof a === 'string'));
  return send.apply(this, args);
};
