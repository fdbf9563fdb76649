namespace Semel.Simulation;

/// <summary>A request that left its process whole. It arrives even where the process is dead by then.</summary>
internal sealed class Message(int index, Process sender, ServerRequest request, TimeSpan due)
{
    public int Index => index;

    public Process Sender => sender;

    public ServerRequest Request => request;

    public TimeSpan Due => due;

    public Await At { get; } = new(request.Verb, Phase.Apply);

    public ServerReply? Reply { get; set; }
}
