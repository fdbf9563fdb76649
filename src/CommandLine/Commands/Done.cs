using System.Text.Json.Nodes;
using Semel.CommandLine.Screens;

namespace Semel.CommandLine.Commands;

/// <summary>The answer of commands that do one thing.</summary>
internal static class Done
{
    public static void Say(Screen screen, string text)
    {
        if (screen.IsJson) screen.Json(new JsonObject { ["done"] = text });
        else screen.Line(text, "green");
    }
}
