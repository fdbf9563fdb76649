using Semel.Processes;

// One run in a process of its own. It reports the points that it passes, a line each, and its results, each as a line of JSON.
var order = Order.Parse(args);
var trace = new Trace(order.At, order.Stops ? Signals.Stop : Signals.Kill, Console.OpenStandardOutput());
if (order.Before is { } before) trace.Write((await Job.RunAsync(before, Trace.None)).ToLine());
trace.Write(Point.Ready);
if (order.Waits) Console.ReadLine();
trace.Write((await Job.RunAsync(order, trace)).ToLine());
