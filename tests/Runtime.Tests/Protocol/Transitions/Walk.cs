using Semel.Protocol;

namespace Semel.Runtime.Tests.Protocol.Transitions;

/// <summary>A create from its start to its end, against a repository that others write and an API that answers anything, at random.</summary>
internal static class Walk
{
    private const int Longest = 300;

    public static IEnumerable<Step> Of(int seed)
    {
        var input = new RandomInput(seed);
        var policy = input.Policy();
        var (stored, now) = (input.Record(input.Any(1, 2, 3), version: 4), Given.Now);
        var decision = CreateProtocol.Start();
        for (var taken = 0; taken < Longest && decision.State is not CreateState.Ended; taken++)
        {
            CreateEvent happened;
            switch (decision.Effect)
            {
                case Effect.ReadRecord:
                    happened = new CreateEvent.RecordRead(stored);
                    break;
                case Effect.Wait wait:
                    (now, happened) = (wait.Until > now ? wait.Until : now, new CreateEvent.Waited());
                    break;
                case Effect.Write write when input.Chance(0.15) || write.ExpectedVersion != (stored?.Version ?? 0): // another runner was faster
                    stored = input.Successor(stored);
                    happened = new CreateEvent.WriteLost();
                    break;
                case Effect.Write write:
                    stored = write.Record with { Version = write.ExpectedVersion + 1 };
                    happened = new CreateEvent.Written(stored);
                    break;
                default:
                    happened = input.Answer(decision.Effect, stored?.Generation ?? 1);
                    break;
            }

            var step = new Step(policy, decision.State, happened, now);
            yield return step;
            decision = step.Decision;
        }
    }
}
