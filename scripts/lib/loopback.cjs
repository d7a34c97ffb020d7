// Lets a server that listens on every interface listen on the loopback one only.
const { Server } = require("node:net");

const listen = Server.prototype.listen;

Server.prototype.listen = function (options, ...rest) {
  const port = typeof options === "object" ? options.port : options;
  const callback = rest.find((argument) => typeof argument === "function");
  return listen.call(this, { port, host: "127.0.0.1" }, callback);
};
