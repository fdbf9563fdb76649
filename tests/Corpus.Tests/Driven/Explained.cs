namespace Semel.Corpus.Tests.Driven;

/// <summary>The operations that Prism doesn't take, or can't answer, each with the reason why it is not the client's fault.</summary>
internal static class Explained
{
    private const string Unsatisfiable = "no value satisfies the schema";
    private const string Repeated = "Prism takes a repeated field of a form for its last";
    private const string Empty = "Prism takes an empty value for an absent one";
    private const string ItemsOnly = "the schema describes items, and the example in the document is no list";
    private const string Bodiless = "a create always has a body: its first byte is what the deadline guards";

    private static readonly Dictionary<(string Document, string Operation), (Outcome Outcome, string Why)> All = new()
    {
        [("docker-engine/swagger.yaml", "POST /build")] = (Outcome.Refused, "the media type is said twice: as what is consumed, and as a header with another value"),
        [("nomad/openapi.yaml", "POST /namespace")] = (Outcome.Refused, Bodiless),
        [("box/openapi.json", "POST /files/{file_id}/content")] = (Outcome.Refused, "Prism takes the JSON part of a form with files for a text"),
        [("box/openapi.json", "POST /files/content")] = (Outcome.Refused, "Prism takes the JSON part of a form with files for a text"),
        [("box/openapi.json", "GET /search")] = (Outcome.Refused, "OpenAPI doesn't say how a list of objects is written into a query"),
        [("box/openapi.json", "POST /invites")] = (Outcome.Lost, "the schema requires a property that it doesn't have"),
        [("box/openapi.json", "POST /shield_information_barrier_segment_restrictions")] = (Outcome.NotSampled, Unsatisfiable),
        [("ory-kratos/api.json", "POST /self-service/registration")] = (Outcome.NotSampled, Unsatisfiable),
        [("ory-kratos/api.json", "POST /self-service/settings")] = (Outcome.NotSampled, Unsatisfiable),
        [("harbor/swagger.yaml", "POST /projects/{project_name}/repositories/{repository_name}/artifacts")] = (Outcome.Refused, Bodiless),
        [("workos/open-api-spec.yaml", "GET /authorization/organizations/{organization_id}/resources/{resource_type_slug}/{external_id}/organization_memberships")] = (Outcome.Refused, Empty),
        [("twilio/twilio_api_v2010.json", "POST /2010-04-01/Accounts/{AccountSid}/Calls.json")] = (Outcome.Refused, Repeated),
        [("twilio/twilio_api_v2010.json", "POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings.json")] = (Outcome.Refused, Repeated),
        [("twilio/twilio_api_v2010.json", "POST /2010-04-01/Accounts/{AccountSid}/ConnectApps/{Sid}.json")] = (Outcome.Refused, Repeated),
        [("twilio/twilio_api_v2010.json", "POST /2010-04-01/Accounts/{AccountSid}/Messages.json")] = (Outcome.Refused, Repeated),
        [("twilio/twilio_api_v2010.json", "POST /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants.json")] = (Outcome.Refused, Repeated),
        [("slack/slack_web_openapi_v2.json", "GET /admin.conversations.search")] = (Outcome.Refused, Empty),
        [("slack/slack_web_openapi_v2.json", "POST /admin.users.setExpiration")] = (Outcome.Refused, Empty),
        [("slack/slack_web_openapi_v2.json", "GET /apps.permissions.request")] = (Outcome.Refused, Empty),
        [("slack/slack_web_openapi_v2.json", "POST /reactions.remove")] = (Outcome.Refused, Empty),
        [("slack/slack_web_openapi_v2.json", "GET /usergroups.list")] = (Outcome.Refused, Empty),
        [("slack/slack_web_openapi_v2.json", "GET /pins.list")] = (Outcome.NotRead, ItemsOnly),
        [("slack/slack_web_openapi_v2.json", "GET /users.identity")] = (Outcome.NotRead, ItemsOnly),
    };

    /// <summary>The operations of a document that are explained, and how they end.</summary>
    public static IReadOnlyDictionary<string, Outcome> Of(string document) =>
        All.Where(entry => entry.Key.Document == document).ToDictionary(entry => entry.Key.Operation, entry => entry.Value.Outcome);
}
