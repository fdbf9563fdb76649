using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding;

public sealed class ModelTests
{
    private static readonly string Rich = Api.Document(
        reply: """{"$ref":"#/components/schemas/thing"}""", request: """{"oneOf":[{"$ref":"#/components/schemas/thing"},{"properties":{"size":{"enum":["s","m"]}}}]}""",
        collection: Api.List(parameters: Api.Query("page", """{"type":"integer"}""")),
        paths: Api.Path("/things/{id}", Api.Operation("get", """{"$ref":"#/components/schemas/thing"}"""), Api.Operation("put", Api.Resource, "," + Api.Body(Api.Request))),
        schemas: """
            "thing":{"type":"object","properties":{"id":{"type":"string","readOnly":true},"name":{"type":"string"},"tags":{"type":"array","items":{"type":"string"}},
              "parts":{"type":"array","items":{"$ref":"#/components/schemas/thing"}},"map":{"type":"object","additionalProperties":{"type":"integer"}}},"required":["id"]}
            """);

    [Fact, Trait("Feature", "L4")]
    public void Model_HoldsNoNodeTextOrSymbol() => Walk(Bound.Valid(Rich), "model");

    [Fact, Trait("Feature", "L4")]
    public void EqualDocuments_GiveEqualModels()
    {
        Assert.Equal(Bound.Valid(Rich), Bound.Valid(Rich));
        Assert.NotEqual(Bound.Valid(Rich), Bound.Valid(Rich.Replace("\"m\"", "\"l\"")));
    }

    [Fact, Trait("Feature", "L4")]
    public void DocumentName_SaysNothingOfTheMachine() => Assert.Equal("api.json", Bound.Valid(Rich).DocumentName);

    [Fact, Trait("Feature", "L4")]
    public void WhatThePathDoesNotReach_IsNotRead()
    {
        // both would be reported if they were looked at
        var json = Api.Document(
            paths: Api.Path("/others", Api.Operation("get", """{"$ref":"#/nowhere"}""")),
            schemas: """ "unused":{"type":"nonsense","allOf":[{"$ref":"#/nowhere"}]}""");

        Assert.DoesNotContain(Bound.Valid(json).Diagnostics, diagnostic => diagnostic.Id is "SEM2003" or "SEM2007");
    }

    [Fact, Trait("Feature", "L6")]
    public void BrokenDocuments_GiveDiagnostics_NeverAnException()
    {
        var errors = 0;
        for (var seed = 0; seed < 1500; seed++)
        {
            var json = new Breaker(seed).Break(Rich);
            try
            {
                var model = Bound.Model(json);
                Walk(model, "model");
                Assert.True(model.Facts is not null || model.Diagnostics.Any(IsError), json);
                if (model.Facts is null) errors++;
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed}: {exception}\n{json}");
            }
        }

        Assert.InRange(errors, 50, 1450);
    }

    [Fact]
    public void Cancellation_Stops() => Assert.Throws<OperationCanceledException>(() => Semel.Generator.Binding.ResourceBinder.Bind(
        Bound.Declaration("/things"), SpecReader.Read("api.json", SourceText.From(Rich), CancellationToken.None), new CancellationToken(canceled: true)));

    private static bool IsError(DiagnosticInfo diagnostic) =>
        DiagnosticCatalogue.Get(diagnostic.Id).DefaultSeverity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error;

    private static void Walk(object? value, string path)
    {
        if (value is null or string or LocationInfo) return;
        var type = value.GetType();
        if (type.IsPrimitive || type.IsEnum) return;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
        {
            foreach (var item in (IEnumerable)value) Walk(item, path + "[]");
            return;
        }

        Assert.True(type.GetMethod("<Clone>$") is not null, $"{path} is a {type}, not a record");
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract"))
        {
            Walk(property.GetValue(value), path + "." + property.Name);
        }
    }
}
