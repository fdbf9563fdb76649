using Semel.Protocol;

namespace Semel.Runtime.Tests.Protocol.Transitions;

/// <summary>One run of a create. The repository and the clock answer by themselves; the API answers what the test says.</summary>
internal sealed class Run(World world, CreatePolicy policy)
{
    private const int MostDecisions = 100;

    private Decision _decision = CreateProtocol.Start();

    /// <summary>What the API or the repository is asked next; the end, where the run is over.</summary>
    public Effect Asks => _decision.Effect;

    public Effect.Return Returned => Assert.IsType<Effect.Return>(_decision.Effect);

    /// <summary>Goes on until the API is asked for more than these answers, or to the end.</summary>
    public Run Answer(params CreateEvent[] answers)
    {
        var left = new Queue<CreateEvent>(answers);
        for (var taken = 0; taken < MostDecisions; taken++)
        {
            switch (_decision.Effect)
            {
                case Effect.ReadRecord:
                    Next(new CreateEvent.RecordRead(world.Record));
                    break;
                case Effect.Write write:
                    Next(TryWrite(write));
                    break;
                case Effect.Wait wait:
                    world.Now = wait.Until > world.Now ? wait.Until : world.Now;
                    Next(new CreateEvent.Waited());
                    break;
                case Effect.Return or Effect.Fail:
                    Assert.Empty(left);
                    return this;
                default:
                    if (!left.TryDequeue(out var answer)) return this;
                    if (_decision.Effect is Effect.Post post) world.Posts.Add(post.Intent.IdempotencyKey);
                    if (_decision.Effect is Effect.Delete delete) world.Deletes.Add(delete.Id);
                    Next(answer);
                    break;
            }
        }

        throw new InvalidOperationException($"No end after {MostDecisions} decisions: {_decision.Effect}");
    }

    /// <summary>The failure that the run ends with after these answers.</summary>
    public T Fails<T>(params CreateEvent[] answers) where T : Failure => Assert.IsType<T>(Assert.IsType<Effect.Fail>(Answer(answers).Asks).Failure);

    private CreateEvent TryWrite(Effect.Write write)
    {
        if (write.ExpectedVersion != (world.Record?.Version ?? 0)) return new CreateEvent.WriteLost();
        world.Record = write.Record with { Version = write.ExpectedVersion + 1 };
        return new CreateEvent.Written(world.Record);
    }

    private void Next(CreateEvent happened) => _decision = CreateProtocol.Next(policy, _decision.State, happened, world.Now);
}
