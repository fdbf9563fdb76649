using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Semel.Analyzers.Http;

/// <summary>Where a squiggle under a call goes: under the name of what is called.</summary>
internal static class CallName
{
    public static Location Of(IInvocationOperation call) => call.Syntax is InvocationExpressionSyntax invocation
        ? invocation.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.GetLocation(),
            MemberBindingExpressionSyntax member => member.Name.GetLocation(),
            var expression => expression.GetLocation(),
        }
        : call.Syntax.GetLocation();
}
