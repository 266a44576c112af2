// A scheduler on the Go bindings' driver of API v0: libprocess messages to and from the master. What the driver calls back
// goes to a test, one JSON object per line; what the test writes, one JSON object per line, is called on the driver:
//
//	{"launch": {"offers": [ids], "tasks": [TaskInfo]}}  {"decline": id}  {"kill": id}  {"revive": true}
//	{"reconcile": [TaskStatus]}  {"message": {"executor": id, "agent": id, "data": text}}  {"stop": failover}  {"abort": true}
//
//	-master 127.0.0.1:5050 or zk://127.0.0.1:2181/mesos [-id framework] [-failover seconds]
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"net"
	"os"
	"sync"
	"time"

	"github.com/gogo/protobuf/proto"
	_ "github.com/mesos/mesos-go/api/v0/detector/zoo"
	mesos "github.com/mesos/mesos-go/api/v0/mesosproto"
	"github.com/mesos/mesos-go/api/v0/scheduler"
)

var printing sync.Mutex

func say(kind string, what interface{}) {
	line, err := json.Marshal(map[string]interface{}{kind: what})
	if err != nil {
		panic(err)
	}
	printing.Lock()
	defer printing.Unlock()
	fmt.Println(string(line))
}

type teller struct{}

func (teller) Registered(_ scheduler.SchedulerDriver, id *mesos.FrameworkID, master *mesos.MasterInfo) {
	say("registered", map[string]string{"id": id.GetValue(), "master": master.GetPid()})
}
func (teller) Reregistered(_ scheduler.SchedulerDriver, master *mesos.MasterInfo) {
	say("reregistered", map[string]string{"master": master.GetPid()})
}
func (teller) Disconnected(scheduler.SchedulerDriver) { say("disconnected", true) }
func (teller) ResourceOffers(_ scheduler.SchedulerDriver, offers []*mesos.Offer) {
	say("offers", offers)
}
func (teller) OfferRescinded(_ scheduler.SchedulerDriver, id *mesos.OfferID) {
	say("rescinded", id.GetValue())
}
func (teller) StatusUpdate(_ scheduler.SchedulerDriver, s *mesos.TaskStatus) { say("update", s) }
func (teller) FrameworkMessage(_ scheduler.SchedulerDriver, e *mesos.ExecutorID, a *mesos.SlaveID, data string) {
	say("message", map[string]string{"executor": e.GetValue(), "agent": a.GetValue(), "data": data})
}
func (teller) SlaveLost(_ scheduler.SchedulerDriver, id *mesos.SlaveID) {
	say("agent lost", id.GetValue())
}
func (teller) ExecutorLost(_ scheduler.SchedulerDriver, e *mesos.ExecutorID, a *mesos.SlaveID, status int) {
	say("executor lost", map[string]interface{}{"executor": e.GetValue(), "status": status})
}
func (teller) Error(_ scheduler.SchedulerDriver, message string) { say("error", message) }

type command struct {
	Launch *struct {
		Offers []string
		Tasks  []*mesos.TaskInfo
	}
	Decline   *string
	Kill      *string
	Revive    bool
	Reconcile *[]*mesos.TaskStatus
	Message   *struct{ Executor, Agent, Data string }
	Stop      *bool
	Abort     bool
}

func main() {
	master := flag.String("master", "", "host:port of the master, or the zk:// address of its election")
	id := flag.String("id", "", "take this framework over")
	failover := flag.Float64("failover", 60, "failover timeout in seconds")
	flag.Parse()

	framework := &mesos.FrameworkInfo{
		User: proto.String("root"), Name: proto.String("go-v0"), FailoverTimeout: failover, Checkpoint: proto.Bool(true),
	}
	if *id != "" {
		framework.Id = &mesos.FrameworkID{Value: id}
	}
	driver, err := scheduler.NewMesosSchedulerDriver(scheduler.DriverConfig{
		Scheduler: teller{}, Framework: framework, Master: *master,
		BindingAddress: net.ParseIP("127.0.0.1"), HostnameOverride: "localhost",
	})
	if err != nil {
		say("failed", err.Error())
		os.Exit(1)
	}
	go func() {
		lines := bufio.NewScanner(os.Stdin)
		lines.Buffer(nil, 1<<24)
		for lines.Scan() {
			var c command
			if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
				say("failed", err.Error())
			} else if status, err := c.do(driver); err != nil {
				say("failed", err.Error())
			} else {
				say("done", status.String())
			}
		}
		os.Exit(2)
	}()
	status, err := driver.Run()
	say("ended", status.String())
	if err != nil {
		say("failed", err.Error())
	}
	time.Sleep(50 * time.Millisecond)
}

func (c *command) do(driver scheduler.SchedulerDriver) (mesos.Status, error) {
	none := &mesos.Filters{RefuseSeconds: proto.Float64(0)}
	switch {
	case c.Launch != nil:
		return driver.LaunchTasks(ids(c.Launch.Offers), c.Launch.Tasks, none)
	case c.Decline != nil:
		return driver.DeclineOffer(&mesos.OfferID{Value: c.Decline}, none)
	case c.Kill != nil:
		return driver.KillTask(&mesos.TaskID{Value: c.Kill})
	case c.Revive:
		return driver.ReviveOffers()
	case c.Reconcile != nil:
		return driver.ReconcileTasks(*c.Reconcile)
	case c.Message != nil:
		return driver.SendFrameworkMessage(
			&mesos.ExecutorID{Value: &c.Message.Executor}, &mesos.SlaveID{Value: &c.Message.Agent}, c.Message.Data)
	case c.Stop != nil:
		return driver.Stop(*c.Stop)
	case c.Abort:
		return driver.Abort()
	}
	return driver.Join()
}

func ids(values []string) (ids []*mesos.OfferID) {
	for i := range values {
		ids = append(ids, &mesos.OfferID{Value: &values[i]})
	}
	return
}
