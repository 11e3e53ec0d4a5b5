# Writes significance.json to the same folder: statistics and p-values from scipy, and again with fractions and mpmath
# (precise); exact probabilities with integers; entropy estimates with mpmath from the published formulas.
# Requires numpy, scipy and mpmath.
import json
from fractions import Fraction
import numpy as np
from scipy import stats
from mpmath import mp, mpf, log, psi, gammainc, inf
mp.dps=40
rng=np.random.default_rng(7)
tables={
 'twoByTwo':[[3,1],[1,3]], 'twoByTwoLarge':[[1200,1100],[900,1250]], 'twoByTwoSkewed':[[98,1],[1,0]],
 'torchmetricsYates':[[1,1],[1,2]], 'zeroCell':[[8,0],[2,5]], 'tenThousand':[[5500,4500],[4400,5600]],
 'threeByTwo':[[4,1],[2,6],[0,5]], 'threeByThree':[[3,0,1],[0,4,1],[2,1,3]], 'fourByThree':[[2,1,0],[0,3,1],[1,0,2],[3,1,0]],
 'independent':[[2,4,6],[3,6,9]], 'eightByEight':rng.integers(0,3,(8,8)).tolist(),
 'twentyByThirty':(rng.integers(0,40,(20,30))).tolist(), 'fiftyByFifty':(rng.integers(0,4,(50,50))).tolist(),
 'strong':(np.eye(6,dtype=int)*200+rng.integers(0,5,(6,6))).tolist(), 'hugeCounts':[[5000000000,4999900000],[4999800000,5000100000]],
}
def survival(x,df): return gammainc(mpf(df)/2,mpf(x)/2,inf,regularized=True)
def precise(x,df):
    x=mpf(x.numerator)/x.denominator if isinstance(x,Fraction) else x
    return [float(x),float(survival(x,df))]
def chi_squared(a,yates=False):
    n=int(a.sum()); R=a.sum(1); C=a.sum(0); total=Fraction(0)
    for i in range(len(R)):
        for j in range(len(C)):
            e=Fraction(int(R[i])*int(C[j]),n); d=abs(int(a[i,j])-e)
            if yates: d=max(Fraction(0),d-Fraction(1,2))
            total+=d*d/e
    return total
def g_test(a):
    # The sum in scipy loses digits for large counts.
    n=int(a.sum()); R=a.sum(1); C=a.sum(0)
    g=2*sum(mpf(int(a[i,j]))*log(mpf(int(a[i,j]))*n/(int(R[i])*int(C[j]))) for i in range(len(R)) for j in range(len(C)) if a[i,j])
    return g
out={'source':f'scipy {__import__("scipy").__version__} (chi2_contingency, fisher_exact, chi2.sf) and mpmath at 40 digits','tables':[]}
for name,t in tables.items():
    a=np.array(t); c=stats.chi2_contingency(a,correction=False); dof=int(c.dof); g=g_test(a)
    e={'name':name,'table':t,'degreesOfFreedom':int(c.dof),'chiSquared':[c.statistic,c.pvalue],'gTest':[float(g),float(stats.chi2.sf(float(g),dof))],
       'cramersV':float(stats.contingency.association(a,'cramer'))}
    e['precise']={'chiSquared':precise(chi_squared(a),dof),'gTest':precise(g,dof)}
    if dof==1: e['precise']['yates']=precise(chi_squared(a,True),dof)
    if dof==1: y=stats.chi2_contingency(a,correction=True); e['yates']=[y.statistic,y.pvalue]
    if name in('twoByTwo','twoByTwoLarge','twoByTwoSkewed','torchmetricsYates','zeroCell','tenThousand'):
        e['exact']=float(stats.fisher_exact(a)[1])
    elif name in('threeByTwo','threeByThree','fourByThree'):
        # Enumerates all tables with these margins, in integers.
        from math import factorial
        r,k=a.shape; R=a.sum(1); C=a.sum(0); n=int(a.sum())
        top=1
        for v in list(R)+list(C): top*=factorial(int(v))
        def prob(m):
            d=factorial(n)
            for v in m: d*=factorial(int(v))
            return Fraction(top,d)
        po=prob(a.flatten()); tot=Fraction(0); p=Fraction(0)
        def rows(i,left):
            if i==r-1:
                yield tuple(left); return
            def comp(j,rest):
                if j==k-1:
                    if rest<=left[j]: yield (rest,)
                    return
                for x in range(min(rest,left[j])+1):
                    for y in comp(j+1,rest-x): yield (x,)+y
            for row in comp(0,int(R[i])):
                for rest in rows(i+1,[l-x for l,x in zip(left,row)]): yield row+rest
        for m in rows(0,[int(c_) for c_ in C]):
            q=prob(m); tot+=q
            if q<=po: p+=q
        assert tot==1
        e['exact']=float(p)
    out['tables'].append(e)
surv=[]; surely=[]
for df in [1,2,3,4,5,9,49,100,399,1000,2001,10000,99999,1000000]:
    for q in [0.999,0.5,0.05,1e-6,1e-30,1e-200]:
        x=float(stats.chi2.isf(q,df)); surv.append([x,df,float(stats.chi2.sf(x,df))])
        if df<=10000: surely.append([x,df,float(survival(x,df))])
out['chiSquaredSurvival']=surv; out['preciseSurvival']=surely
def H(c,n): return -sum(mpf(x)/n*log(mpf(x)/n) for x in c if x)
def est(c,n,K,joint=None):
    c=[int(x) for x in c if x]; n=mpf(n); N=int(n)
    res={'plugIn':H(c,n),'millerMadow':H(c,n)+mpf(len(c)-1)/(2*n)}
    G=lambda m: psi(0,m)+mpf((-1)**m)/2*(psi(0,mpf(m+1)/2)-psi(0,mpf(m)/2))
    res['grassberger']=log(n)-sum(x*G(x) for x in c)/n
    loo=mpf(0)
    for i,x in enumerate(c):
        d=c[:]; d[i]-=1; loo+=x*H(d,n-1) if N>1 else 0
    res['jackknife']=n*H(c,n)-(n-1)*loo/n
    f1=sum(1 for x in c if x==1); f1=min(f1,N-1); C=1-mpf(f1)/n
    res['chaoShen']=-sum((C*x/n)*log(C*x/n)/(1-(1-C*x/n)**N) for x in c)
    lam=joint
    if lam is None: lam=shrink(c,N,K)
    q=[lam/K+(1-lam)*mpf(x)/n for x in c]+[lam/K]*(K-len(c))
    res['jamesStein']=-sum(x*log(x) for x in q if x>0)
    return res
def shrink(c,N,K):
    c=[x for x in c if x]
    p=[mpf(int(x))/N for x in c]+[mpf(0)]*(K-len(c)); t=mpf(1)/K
    d=sum((t-x)**2 for x in p)
    if N==1 or d==0: return mpf(1)
    return max(mpf(0),min(mpf(1),(1-sum(x*x for x in p))/((N-1)*d)))
ent=[]
for c in [[4,2,3,2,4,2,1,1],[1]*6,[10],[1],[1,2],[37,1,1,1],[5,5,5],[1000,400,33,7,1],[100001,64,16,17,15,31,32,33]]:
    ent.append({'counts':c,'estimates':{k:float(v) for k,v in est(c,sum(c),len(c)).items()}})
out['entropies']=ent
mis=[]
for name in ['twoByTwo','threeByThree','fourByThree','eightByEight','independent','strong','torchmetricsYates']:
    a=np.array(tables[name]); a=a[a.sum(1)>0][:,a.sum(0)>0]; n=int(a.sum()); K=a.size
    lam=shrink([int(x) for x in a.flatten()],n,K)
    j=est(a.flatten(),n,K,lam); x=est(a.sum(1),n,a.shape[0],lam); y=est(a.sum(0),n,a.shape[1],lam)
    mis.append({'table':a.tolist(),'estimates':{k:float(x[k]+y[k]-j[k]) for k in j}})
out['mutualInfo']=mis
json.dump(out,open(__file__.replace('.py', '.json'), 'w'))
