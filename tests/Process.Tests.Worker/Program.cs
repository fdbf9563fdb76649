using Semel.Processes;

// One run in a process of its own. It reports the points that it passes, a line each, and last its result as a line of JSON.
var order = Order.Parse(args);
var trace = new Trace(order, Console.OpenStandardOutput());
trace.Write("ready");
if (order.Waits) Console.ReadLine();
trace.Write((await Job.RunAsync(order, trace)).ToLine());
